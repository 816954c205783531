import type { Misconception } from "../misconceptions/misconception.ts";
import { earlyStopping } from "./solution.ts";
import { lowestOf, stopping } from "./stopping-variant.ts";

/** What students get wrong where they say which epoch was the best and which the last. */
export const stoppingResultMisconceptions: readonly Misconception[] = [
  stopping(
    "best-of-all",
    "The best epoch is looked for in the whole list, also behind the stop.",
    "After the stop nothing is trained any more: those costs are in the list, but in a real run they would never exist. The best epoch is one " +
      "that has happened.",
    (devCosts, patience) => ({ ...earlyStopping(devCosts, patience), bestEpoch: lowestOf(devCosts) }),
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
];
