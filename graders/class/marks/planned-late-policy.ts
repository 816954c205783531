import { loadCoursePlan, plannedLate } from "../../../assignments/catalog/plan/load-course-plan.ts";
import { formatTime } from "../../../reports/course/format-time.ts";
import { phraseLateRules } from "../../../reports/course/phrase-late-rules.ts";
import { message } from "../../../reports/messages/message.ts";
import { type LatePolicy, latePolicy } from "./late-policy.ts";

/** A late policy, and what it says in one line. */
export type PlannedLatePolicy = { readonly policy: LatePolicy; readonly words: string };

/**
 * The late policy that the plan of the course has for a piece of its work, where nothing else says anything.
 * @returns undefined where there is no plan, or it does not say what lateness costs.
 * @throws {CoursePlanError} where the plan cannot be used.
 */
export async function plannedLatePolicy(id: string): Promise<PlannedLatePolicy | undefined> {
  const plan = await loadCoursePlan();
  if (plan === undefined) return undefined;
  const late = plannedLate(plan, id);
  if (late === undefined) return undefined;
  const policy = latePolicy(late, "course.json");
  const { text } = formatTime(policy.due, plan.timeZone);
  const rules = phraseLateRules(policy);
  if (policy.hardDeadline !== undefined) {
    rules.push(message("course.accepted-until", { time: formatTime(policy.hardDeadline, plan.timeZone).text }));
  }
  return { policy, words: message("course.policy", { time: text, rules: rules.join(" ") }) };
}
