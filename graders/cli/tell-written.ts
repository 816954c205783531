import { join } from "node:path";
import { message } from "../../reports/messages/message.ts";
import { pageFolders } from "../class/page-folders.ts";
import { tell } from "./output.ts";

/** Says what to open of a folder of pages, and what to hand out. @param page The page to open, within the folder. */
export function tellWritten(folder: string, page = "index.html"): void {
  tell(message("run.open", { path: join(folder, page) }));
  tell(message("run.hand-out", { path: join(folder, pageFolders.feedback) }));
}
