import { Buffer } from "node:buffer";
import { type StudentSource, studentSource } from "../../../graders/source/student-source.ts";

/** A submission that is one file, as it is read beside its report. */
export const sourceOf = (text: string): StudentSource =>
  studentSource({ name: "submission.ts", bytes: Buffer.from(text) }, 1_000_000);

/** A submission that is a folder. */
export const folderOf = (files: Readonly<Record<string, string>>): StudentSource => {
  const entries = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  return studentSource({ name: "folder", entries }, 1_000_000);
};
