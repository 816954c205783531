import { currentLanguage, type Language, languages, speak } from "../../../reports/messages/language.ts";
import type { WaitingQueue } from "../waiting-queues.ts";
import { turnMs } from "./turn.ts";

/** Reports are written in the language of the process, so that a worker grades in one language at a time, each in its turn. */
export class LanguageTurns {
  #since = performance.now();

  /**
   * Of which queues jobs can be taken now; changes the language where none are under way.
   * @param isBusy Whether jobs are under way.
   */
  choose(waiting: readonly WaitingQueue[], isBusy: boolean): readonly WaitingQueue[] {
    const byLanguage = Map.groupBy(waiting, languageOf);
    const own = byLanguage.get(currentLanguage()) ?? [];
    const others = [...byLanguage].filter(([language]) => language !== currentLanguage());
    if (others.length === 0) return own;
    const isOver = performance.now() - this.#since >= turnMs;
    const [language, next] = others.reduce((one, other) => (mostUrgent(other[1]) > mostUrgent(one[1]) ? other : one));
    if (mostUrgent(next) <= mostUrgent(own) && !isOver) return own;
    if (isBusy) return [];
    speak(language);
    this.#since = performance.now();
    return next;
  }
}

const languageOf = ({ requirement }: WaitingQueue): Language => requirement.settings.language ?? languages[0];

const mostUrgent = (queues: readonly WaitingQueue[]): number =>
  Math.max(Number.NEGATIVE_INFINITY, ...queues.map(({ urgency }) => urgency));
