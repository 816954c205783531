import { compileTemplate } from "../pages/compile-template.ts";
import { type RegradeView, regradeView } from "./regrade-view.ts";
import type { RegradeFacts, ScoreChange } from "./score-change.ts";

const renderPage = compileTemplate<RegradeView>("regrade");

/**
 * The page of a regrading, for instructors: one self-contained HTML file without script that tells who moves, by how much and why. Of more than 2,000
 * moves it shows the first and counts the rest.
 */
export function renderRegrade(moves: readonly ScoreChange[], facts: RegradeFacts): string {
  return renderPage(regradeView(moves, facts));
}
