/**
 * Version of the native library behind the loaded `tensorflow` backend.
 * @returns `"unknown"` where the backend does not say.
 */
export function nativeVersion(tf: Pick<typeof import("@tensorflow/tfjs"), "backend">): string {
  const backend: unknown = tf.backend();
  const binding = typeof backend === "object" && backend !== null && "binding" in backend ? backend.binding : undefined;
  const version =
    typeof binding === "object" && binding !== null && "TF_Version" in binding ? binding.TF_Version : undefined;
  return typeof version === "string" ? version : "unknown";
}
