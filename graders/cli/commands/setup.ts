import { detectBackend, doesWithoutNative } from "../../../reference/tensorflow/detect-backend.ts";
import { setup } from "../../../reference/tensorflow/setup/setup.ts";
import type { DefineCommand } from "../command-options.ts";
import { exitCode, print } from "../output.ts";

/** `gradecheck setup`: who asks for native TensorFlow itself is told with the exit code whether it is there. */
export const define: DefineCommand = (command, { finish }) =>
  command.action(async () => {
    if ((await setup(false)) !== 0) return finish(exitCode.graderError);
    const { backend, version, note } = detectBackend("auto");
    print(`expected values: ${note ?? backend} (${version})`);
    const isAsWanted = backend === "tensorflow" || doesWithoutNative(process.env);
    finish(isAsWanted ? exitCode.done : exitCode.graderError);
  });
