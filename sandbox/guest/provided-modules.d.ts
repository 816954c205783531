declare module "gradecheck-provided-modules" {
  /** What `gradecheck/<assignment>` exports at run time, by module name. Written when the guest is bundled. */
  export const providedModules: Readonly<Record<string, object>>;
}

declare module "gradecheck-rarely-used" {
  /** Runs a package of TensorFlow.js, in the form of CommonJS. Written when the guest is bundled. */
  type Run = (module: { exports: object }, require: (name: string) => unknown) => void;
  export const runLayers: Run;
  export const runData: Run;
  /** What tfjs-layers exports, by name. */
  export const layersNames: readonly string[];
}
