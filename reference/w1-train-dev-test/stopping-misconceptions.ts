import type { Misconception } from "../misconceptions/misconception.ts";
import { earlyStopping } from "./solution.ts";

type Stopping = (devCosts: number[], patience: number) => Readonly<Record<"bestEpoch" | "stopEpoch", number>>;

const stopping = (id: string, name: string, explanation: string, implementation: Stopping): Misconception => ({
  id: `stop-${id}`,
  exercise: "earlyStopping",
  name,
  explanation,
  implementation,
});

/** The right loop, but for when a cost is a new best and when waiting is over. */
const walking =
  (
    isBetter: (cost: number, best: number) => boolean,
    isOver: (waited: number, patience: number) => boolean = (waited, patience) => waited >= patience,
    start = Number.POSITIVE_INFINITY,
  ): Stopping =>
  (devCosts, patience) => {
    let [bestEpoch, best] = [0, start];
    for (const [epoch, cost] of devCosts.entries()) {
      if (isBetter(cost, best)) [bestEpoch, best] = [epoch, cost];
      if (isOver(epoch - bestEpoch, patience)) return { bestEpoch, stopEpoch: epoch };
    }
    return { bestEpoch, stopEpoch: devCosts.length - 1 };
  };

const isLower = (cost: number, best: number): boolean => cost < best;

const lowestOf = (costs: readonly number[]): number => costs.indexOf(costs.reduce((low, cost) => Math.min(low, cost)));

/** What students write instead of early stopping. */
export const stoppingMisconceptions: readonly Misconception[] = [
  stopping(
    "last-of-equals",
    "A cost as low as the best counts as a new best.",
    "An equal cost is no progress: the network has been waited for and is no better. The best epoch is the first of equals, and waiting goes on. " +
      "Look at the comparison.",
    walking((cost, best) => cost <= best),
  ),
  stopping(
    "one-epoch-late",
    "Training goes on for one epoch more than patience allows.",
    "With patience 2 and the best at epoch 2, epochs 3 and 4 are waited for, and 4 is the last. Look at whether waiting is over when as " +
      "many epochs have passed as patience says, or only when more have.",
    walking(isLower, (waited, patience) => waited > patience),
  ),
  stopping(
    "one-epoch-early",
    "Training stops one epoch before patience is used up.",
    "With patience 2 and the best at epoch 2, epochs 3 and 4 are waited for, and 4 is the last. Count how many epochs come after the best one " +
      "before yours stops.",
    walking(isLower, (waited, patience) => waited >= Math.max(1, patience - 1)),
  ),
  stopping(
    "waiting-not-reset",
    "Epochs without a new best are counted over the whole run instead of since the best one.",
    "Patience is how long to wait for the next new best. When it comes, waiting begins again from zero; otherwise a long run that keeps " +
      "improving would be stopped for the pauses it made long ago.",
    (devCosts, patience) => {
      let [bestEpoch, best, waited] = [0, Number.POSITIVE_INFINITY, 0];
      for (const [epoch, cost] of devCosts.entries()) {
        if (cost < best) [bestEpoch, best] = [epoch, cost];
        else waited += 1;
        if (waited >= patience) return { bestEpoch, stopEpoch: epoch };
      }
      return { bestEpoch, stopEpoch: devCosts.length - 1 };
    },
  ),
  stopping(
    "compares-with-previous",
    "Each cost is compared with that of the epoch before instead of the best so far.",
    "Costs may fall from one epoch to the next and still be above the best one. What counts is whether the best has been beaten, so the lowest " +
      "cost so far is what to remember.",
    (devCosts, patience) => {
      let [bestEpoch, waited] = [0, 0];
      for (const [epoch, cost] of devCosts.entries()) {
        if (cost < (devCosts[epoch - 1] ?? Number.POSITIVE_INFINITY)) [bestEpoch, waited] = [epoch, 0];
        else waited += 1;
        if (waited >= patience) return { bestEpoch, stopEpoch: epoch };
      }
      return { bestEpoch, stopEpoch: devCosts.length - 1 };
    },
  ),
  stopping(
    "consecutive-rises",
    "Training stops after as many rises in a row as patience says.",
    "Costs may go up and down for a long time above the best one without rising often in a row. What is counted are the epochs since the best " +
      "one, whatever they do among themselves.",
    (devCosts, patience) => {
      let [bestEpoch, rises] = [0, 0];
      for (const [epoch, cost] of devCosts.entries()) {
        if (cost < (devCosts[bestEpoch] ?? cost)) bestEpoch = epoch;
        rises = cost > (devCosts[epoch - 1] ?? cost) ? rises + 1 : 0;
        if (rises >= patience) return { bestEpoch, stopEpoch: epoch };
      }
      return { bestEpoch, stopEpoch: devCosts.length - 1 };
    },
  ),
  stopping(
    "best-of-all",
    "The best epoch is looked for in the whole list, also behind the stop.",
    "After the stop nothing is trained any more: those costs are in the list, but in a real run they would never exist. The best epoch is one " +
      "that has happened.",
    (devCosts, patience) => ({ ...earlyStopping(devCosts, patience), bestEpoch: lowestOf(devCosts) }),
  ),
  stopping(
    "never-stops",
    "Training always goes on to the last epoch.",
    "That is training without early stopping. Once patience is used up, the run ends, and what comes later is not seen. Check that the second " +
      "argument is used.",
    (devCosts) => ({ bestEpoch: lowestOf(devCosts), stopEpoch: devCosts.length - 1 }),
  ),
  stopping(
    "first-rise",
    "Training stops as soon as one epoch brings no new best, whatever patience is.",
    "Dev costs are noisy, and one worse epoch means little. That is what patience is for: so many epochs in a row must bring no new best. Check " +
      "that the second argument is used.",
    walking(isLower, (waited) => waited >= 1),
  ),
  stopping(
    "number-of-epochs",
    "Without an early stop, the number of epochs is returned instead of the last one.",
    "Epochs count from 0, so the last of 6 is number 5. Look at what is returned after the loop.",
    (devCosts, patience) => {
      const { bestEpoch, stopEpoch } = earlyStopping(devCosts, patience);
      const isEarly = stopEpoch - bestEpoch >= patience;
      return { bestEpoch, stopEpoch: isEarly ? stopEpoch : devCosts.length };
    },
  ),
  stopping(
    "stop-beyond-the-end",
    "The stop is always patience epochs after the best one, even where there are no more epochs.",
    "A run ends with its last epoch, whether patience is used up by then or not. Where the list is over before, the last epoch is the stop.",
    (devCosts, patience) => {
      const { bestEpoch } = earlyStopping(devCosts, patience);
      return { bestEpoch, stopEpoch: bestEpoch + patience };
    },
  ),
  stopping(
    "best-for-stop",
    "The best epoch is returned as the stop as well.",
    "Nobody knows at the best epoch that it was the best: that shows only when patience is used up. The stop comes later, and the parameters of " +
      "the best epoch are kept until then.",
    (devCosts, patience) => {
      const { bestEpoch } = earlyStopping(devCosts, patience);
      return { bestEpoch, stopEpoch: bestEpoch };
    },
  ),
  stopping(
    "best-for-last",
    "Without an early stop, the best epoch is returned as the stop.",
    "Where patience is never used up, training goes on to the end of the list. Look at what is returned after the loop.",
    (devCosts, patience) => {
      const { bestEpoch, stopEpoch } = earlyStopping(devCosts, patience);
      return { bestEpoch, stopEpoch: stopEpoch - bestEpoch >= patience ? stopEpoch : bestEpoch };
    },
  ),
  stopping(
    "stop-for-best",
    "The epoch of the stop is returned as the best one.",
    "At the stop the network is worse than it was: that is why training stops. What is kept are the parameters of the epoch with the lowest " +
      "cost until then.",
    (devCosts, patience) => {
      const { stopEpoch } = earlyStopping(devCosts, patience);
      return { bestEpoch: stopEpoch, stopEpoch };
    },
  ),
  stopping(
    "epochs-from-one",
    "Epochs are counted from 1.",
    "The cost of epoch 0 is the first in the list. Both results count in the same way as the list does.",
    (devCosts, patience) => {
      const { bestEpoch, stopEpoch } = earlyStopping(devCosts, patience);
      return { bestEpoch: bestEpoch + 1, stopEpoch: stopEpoch + 1 };
    },
  ),
  stopping(
    "cost-for-epoch",
    "The lowest cost is returned instead of the epoch that it belongs to.",
    "The epoch tells whose parameters to keep; its cost can be looked up in the list. Remember both while you go through the epochs, and return " +
      "the number of the epoch.",
    (devCosts, patience) => {
      const { bestEpoch, stopEpoch } = earlyStopping(devCosts, patience);
      return { bestEpoch: devCosts[bestEpoch] ?? Number.NaN, stopEpoch };
    },
  ),
  stopping(
    "highest-cost",
    "The highest cost is taken for the best.",
    "An accuracy is best when it is high, a cost when it is low. Look at the direction of the comparison.",
    walking((cost, best) => cost > best, undefined, Number.NEGATIVE_INFINITY),
  ),
  stopping(
    "best-from-zero",
    "The best cost so far begins at 0, which no ordinary cost is below.",
    "Before the first epoch there is no best cost: whatever the first one is, it is the best so far. Look at what the comparison begins with.",
    walking(isLower, undefined, 0),
  ),
  stopping(
    "small-gains-ignored",
    "A cost that is lower by very little is no new best.",
    "Some libraries ask for a least improvement. Here every cost below the best so far counts, by however little: costs may all be tiny.",
    walking((cost, best) => cost < best - 1e-6),
  ),
  stopping(
    "float32",
    "Costs are compared in float32.",
    "A tensor of TensorFlow.js keeps about seven digits, and two costs that differ in the ninth become equal. The costs are numbers of " +
      "JavaScript, which keep about sixteen digits: compare those.",
    walking((cost, best) => Math.fround(cost) < Math.fround(best)),
  ),
];
