declare module "gradecheck-provided-modules" {
  /** What `gradecheck/<assignment>` exports at run time, by module name. Written when the guest is bundled. */
  export const providedModules: Readonly<Record<string, object>>;
}

declare module "gradecheck-tensorflow-data" {
  /** Runs the module of `tf.data`, in the form of CommonJS. Written when the guest is bundled. */
  export function runData(module: { exports: object }, require: (name: string) => unknown): void;
}
