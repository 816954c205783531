// attack: source
// expect: full marks
// scope: none
export const updаteLr = (): string => "Cyrillic a";
export const update‌Lr = 1;
export const ｕｐｄａｔｅＬｒ = 2;
