import { createRequire } from "node:module";
import type ivm from "isolated-vm";
import type { ExerciseInputs, SetupMessage } from "../protocol/messages.ts";
import { readIsolatedVmArgument } from "../protocol/worker-arguments.ts";

/**
 * isolated-vm, in a worker by the real path that it is told. Looked for by its name it may stand behind a link (`node_modules`, or a
 * package in it, as some package managers have it), which a worker cannot follow: it may read the package, not the folders
 * above.
 */
const told = readIsolatedVmArgument(process.argv);
const isolatedVm: typeof ivm = createRequire(told ?? import.meta.url)(told ?? "isolated-vm");

/** What every isolate of this worker starts from. */
export type Guest = {
  readonly code: string;
  readonly snapshot: ivm.ExternalCopy<ArrayBuffer> | undefined;
  readonly memoryMb: number;
  readonly consoleCharacters: number;
  readonly exercises: readonly GuestExercise[];
};

/** An exercise with the encoded arguments of each case. */
export type GuestExercise = ExerciseInputs & { readonly cases: readonly ArrayBuffer[] };

/** The harness's functions, as seen from the host side of the isolate: references, callable, never handed in. */
export type Harness = {
  readonly open: ivm.Reference;
  readonly load: ivm.Reference;
  readonly call: ivm.Reference;
  readonly take: ivm.Reference;
  readonly tick: ivm.Reference;
  readonly untouched: ivm.Reference;
  /** Whether the isolate has come to its end: it passed its memory limit. */
  readonly isGone: () => boolean;
};

/** Reads the setup: parts are the guest's code, its snapshot and the arguments of each case, exercise by exercise. */
export function openGuest(setup: SetupMessage, parts: readonly Uint8Array[]): Guest {
  const [code, snapshot, ...inputs] = parts;
  const cases = setup.exercises.reduce((sum, { caseIds }) => sum + caseIds.length, 0);
  if (code === undefined || snapshot === undefined || inputs.length !== cases) {
    throw new TypeError("Cannot set up the worker: parts are missing");
  }
  return {
    code: Buffer.from(code).toString("utf8"),
    snapshot: snapshot.length > 0 ? new isolatedVm.ExternalCopy(toArrayBuffer(snapshot)) : undefined,
    memoryMb: setup.memoryMb,
    consoleCharacters: setup.consoleCharacters,
    exercises: setup.exercises.map((exercise) => ({
      ...exercise,
      cases: inputs.splice(0, exercise.caseIds.length).map(toArrayBuffer),
    })),
  };
}

/** A fresh isolate: from the snapshot when there is one, empty otherwise. */
export function openIsolate(guest: Guest): ivm.Isolate {
  return new isolatedVm.Isolate({
    memoryLimit: guest.memoryMb,
    ...(guest.snapshot === undefined ? {} : { snapshot: guest.snapshot }),
    // No onCatastrophicError: with one, isolated-vm ends the process by a segmentation fault where V8 takes more than five
    // seconds to stop, and sleeps for ever where V8 runs out of memory. Without, it waits for the host to end what hangs, and
    // aborts.
  });
}

/** A fresh context with TensorFlow.js and the harness in it, whose global name is gone before anything else runs. */
export function openContext(isolate: ivm.Isolate, guest: Guest): Harness {
  const context = isolate.createContextSync();
  if (guest.snapshot === undefined) context.evalSync(guest.code, { filename: "gradecheck-guest.js" });
  const object = context.global.getSync("gradecheckHarness", { reference: true });
  context.global.deleteSync("gradecheckHarness");
  const get = (name: Exclude<keyof Harness, "isGone">): ivm.Reference => object.getSync(name, { reference: true });
  return {
    open: get("open"),
    load: get("load"),
    call: get("call"),
    take: get("take"),
    tick: get("tick"),
    untouched: get("untouched"),
    isGone: () => isolate.isDisposed,
  };
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
