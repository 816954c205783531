/** Each message as a function of its values. */
export declare const messages: Readonly<Record<string, (values?: Readonly<Record<string, string | number>>) => string>>;
