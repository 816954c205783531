import {
  Add,
  type DataId,
  getKernel,
  type KernelFunc,
  Multiply,
  RealDiv,
  registerKernel,
  Sqrt,
  Sub,
  type TensorInfo,
  unregisterKernel,
} from "@tensorflow/tfjs-core";

/** What a kernel uses of the cpu backend. */
type Backend = {
  readonly data: { get(dataId: DataId): { readonly values: unknown } };
  makeTensorInfo(shape: number[], dtype: "float32", values: Float32Array): TensorInfo;
};

/** An operation on the elements of two lists of one length, and on those of a list and one number. */
type Loops = {
  readonly pairs: (a: Float32Array, b: Float32Array, out: Float32Array) => void;
  readonly withNumber: (a: Float32Array, b: number, out: Float32Array) => void;
};

/** A loop for each: in one that is handed its operation, V8 calls a function for each element. */
const binary: Readonly<Record<string, Loops>> = {
  [Add]: {
    pairs: (a, b, out) => {
      for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) + (b[i] as number);
    },
    withNumber: (a, b, out) => {
      for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) + b;
    },
  },
  [Sub]: {
    pairs: (a, b, out) => {
      for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) - (b[i] as number);
    },
    withNumber: (a, b, out) => {
      for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) - b;
    },
  },
  [Multiply]: {
    pairs: (a, b, out) => {
      for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) * (b[i] as number);
    },
    withNumber: (a, b, out) => {
      for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) * b;
    },
  },
  [RealDiv]: {
    pairs: (a, b, out) => {
      for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) / (b[i] as number);
    },
    withNumber: (a, b, out) => {
      for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) / b;
    },
  },
};

const { sqrt } = Math;

/**
 * Gives what an optimizer does with each weight loops of its own: sums, differences, products and quotients of two float32 tensors of one
 * shape, or of one and a scalar, and square roots. The kernels of the cpu backend call a function for each element and divide twice to
 * find it, in code that V8 hardly optimises in an isolate that lives for one submission. Operands, operation and rounding are the same,
 * and so is every bit. All else is left to those kernels.
 */
export function makeKernelsLean(): void {
  for (const [name, { pairs, withNumber }] of Object.entries(binary)) {
    replace(name, (kernel) => (call) => {
      const { a, b } = call.inputs as { readonly a: TensorInfo; readonly b: TensorInfo };
      const backend = call.backend as Backend;
      const [left, right] = [elementsOf(backend, a), elementsOf(backend, b)];
      if (left === undefined || right === undefined) return kernel(call);
      const isScalar = b.shape.length === 0;
      if (!isScalar && !haveOneShape(a.shape, b.shape)) return kernel(call);
      const out = new Float32Array(left.length);
      if (isScalar) withNumber(left, right[0] as number, out);
      else pairs(left, right, out);
      return backend.makeTensorInfo([...a.shape], "float32", out);
    });
  }
  replace(Sqrt, (kernel) => (call) => {
    const { x } = call.inputs as { readonly x: TensorInfo };
    const backend = call.backend as Backend;
    const elements = elementsOf(backend, x);
    if (elements === undefined) return kernel(call);
    const out = new Float32Array(elements.length);
    for (let i = 0; i < out.length; i++) out[i] = sqrt(elements[i] as number);
    return backend.makeTensorInfo([...x.shape], "float32", out);
  });
}

function replace(kernelName: string, make: (kernel: KernelFunc) => KernelFunc): void {
  const config = getKernel(kernelName, "cpu");
  unregisterKernel(kernelName, "cpu");
  registerKernel({ ...config, kernelFunc: make(config.kernelFunc) });
}

/** The elements of a float32 tensor; undefined for another one, and where its shape is not that of its elements any more. */
function elementsOf({ data }: Backend, { dtype, shape, dataId }: TensorInfo): Float32Array | undefined {
  if (dtype !== "float32") return undefined;
  const { values } = data.get(dataId);
  if (!(values instanceof Float32Array)) return undefined;
  let size = 1;
  for (let i = 0; i < shape.length; i++) size *= shape[i] as number;
  return values.length === size ? values : undefined;
}

function haveOneShape(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
