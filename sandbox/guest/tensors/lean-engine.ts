import {
  type engine,
  getKernel,
  type NamedAttrMap,
  Tensor,
  type TensorContainer,
  type TensorInfo,
} from "@tensorflow/tfjs-core";
import type { NamedTensorMap } from "@tensorflow/tfjs-core/dist/tensor_types.js";

type Engine = ReturnType<typeof engine>;
type Scope = { readonly id: number; readonly track: Tensor[] };

/** What the engine does not make public, and its methods use of each other. */
type Inside = Omit<Engine, "state" | "backendName"> & {
  readonly backendName: string | null;
  readonly state: {
    kernelDepth: number;
    readonly profiling: boolean;
    readonly scopeStack: Scope[];
    activeScope: Scope | null;
  };
  isTapeOn(): boolean;
  track(tensor: Tensor): Tensor;
  runKernelFunc(kernel: object): Tensor | Tensor[];
  makeTensorFromTensorInfo(info: TensorInfo): Tensor;
  getTensorsForGradient(name: string, inputs: NamedTensorMap, outputs: Tensor[]): Tensor[] | null;
  saveTensorsForBackwardMode(tensors: Tensor[]): Tensor[];
  addTapeNode(
    name: string,
    inputs: NamedTensorMap,
    outputs: Tensor[],
    gradient: null,
    saved: Tensor[],
    attrs: NamedAttrMap | undefined,
  ): void;
};

/**
 * Takes from two methods of the engine, through which each operation goes, what only matters while it is profiled or debugged, and
 * closures, sets and lists for a single result. They do the same in fewer steps: in an isolate that lives for one submission each step is
 * code that V8 has not optimised yet. Where anything is out of the ordinary they leave it to the methods that they replace.
 */
export function makeLean(engine: Engine): void {
  const methods = Object.getPrototypeOf(engine) as Inside;
  const { endScope } = methods;

  replace(methods, "endScope", function (this: Inside, result?: TensorContainer): void {
    const { state } = this;
    const scope = state.activeScope;
    const isTensor = result instanceof Tensor;
    if (scope === null || !(isTensor || result === undefined || result === null)) {
      endScope.call(this as unknown as Engine, result);
      return;
    }
    const { track } = scope;
    for (let i = 0; i < track.length; i++) {
      const tensor = track[i] as Tensor;
      if (!tensor.kept && !(isTensor && tensor.id === result.id)) tensor.dispose();
    }
    const { scopeStack } = state;
    scopeStack.pop();
    state.activeScope = scopeStack.length === 0 ? null : (scopeStack[scopeStack.length - 1] as Scope);
    if (isTensor && !result.kept && result.scopeId === scope.id) this.track(result);
  });

  replace(
    methods,
    "runKernel",
    function (this: Inside, kernelName: string, inputs: NamedTensorMap, attrs?: NamedAttrMap): Tensor | Tensor[] {
      const { state, ENV } = this;
      // Asked for first, for that chooses it.
      const { backend } = this;
      const kernel = getKernel(kernelName, this.backendName as string);
      if (kernel === null || kernel === undefined) {
        throw new Error(`Kernel '${kernelName}' not registered for backend '${this.backendName}'`);
      }
      if (state.profiling || ENV.getBool("DEBUG") || ENV.getBool("IS_TEST")) {
        return this.runKernelFunc({ kernelName, inputs, attrs });
      }
      const isTapeOn = this.isTapeOn();
      let made: TensorInfo | TensorInfo[];
      let outputs: Tensor[];
      let saved: Tensor[] = [];
      state.kernelDepth++;
      try {
        made = kernel.kernelFunc({ inputs, attrs: attrs as NamedAttrMap, backend });
        outputs = Array.isArray(made) ? made.map((one) => tensorOf(this, one)) : [tensorOf(this, made)];
        if (isTapeOn) {
          const needed = this.getTensorsForGradient(kernelName, inputs, outputs);
          saved = this.saveTensorsForBackwardMode(needed as Tensor[]);
        }
      } finally {
        state.kernelDepth--;
      }
      if (isTapeOn) this.addTapeNode(kernelName, inputs, outputs, null, saved, attrs);
      return Array.isArray(made) ? outputs : (outputs[0] as Tensor);
    },
  );
}

/** A kernel returns a tensor, or what one is to be made of. */
const tensorOf = (engine: Inside, made: TensorInfo): Tensor =>
  (made as Partial<Tensor>).rank == null ? engine.makeTensorFromTensorInfo(made) : (made as Tensor);

function replace<Name extends keyof Inside>(methods: Inside, name: Name, value: unknown): void {
  Object.defineProperty(methods, name, { value, writable: true, enumerable: false, configurable: true });
}
