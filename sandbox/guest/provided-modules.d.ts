declare module "gradecheck-provided-modules" {
  /** What `gradecheck/<assignment>` exports at run time, by module name. Written when the guest is bundled. */
  export const providedModules: Readonly<Record<string, object>>;
}
