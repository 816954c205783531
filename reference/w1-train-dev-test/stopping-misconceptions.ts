import type { Misconception } from "../misconceptions/misconception.ts";
import { lowestOf, type Stopping, stopping } from "./stopping-variant.ts";

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

/** What students get wrong where they wait for a new best. */
export const stoppingMisconceptions: readonly Misconception[] = [
  stopping(
    "last-of-equals",
    "A cost as low as the best counts as a new best.",
    "An equal cost is no progress: the network has been waited for and is no better. The best epoch is the first of equals, and waiting goes on. " +
      "Look at the comparison.",
    walking((cost, best) => cost <= best),
  ),
  stopping(
    "equal-restarts-waiting",
    "A cost as low as the best lets the waiting begin again.",
    "An equal cost is no progress: the network has been waited for and is no better. Only a new best, which is lower, gives another wait. Look at " +
      "the comparison.",
    (devCosts, patience) => {
      let [bestEpoch, best, waited] = [0, Number.POSITIVE_INFINITY, 0];
      for (const [epoch, cost] of devCosts.entries()) {
        waited = cost <= best ? 0 : waited + 1;
        if (cost < best) [bestEpoch, best] = [epoch, cost];
        if (waited >= patience) return { bestEpoch, stopEpoch: epoch };
      }
      return { bestEpoch, stopEpoch: devCosts.length - 1 };
    },
  ),
  stopping(
    "lowest-of-all-only",
    "An epoch counts as a new best only if its cost is the lowest of the whole list.",
    "While training goes on, later costs are not known yet. A new best is a cost below all that came before it, and many epochs are the best for a " +
      "while. Look at what each cost is compared with.",
    (devCosts, patience) => {
      const best = lowestOf(devCosts);
      let bestEpoch = 0;
      for (const epoch of devCosts.keys()) {
        if (epoch === best) bestEpoch = epoch;
        if (epoch - bestEpoch >= patience) return { bestEpoch, stopEpoch: epoch };
      }
      return { bestEpoch, stopEpoch: devCosts.length - 1 };
    },
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
