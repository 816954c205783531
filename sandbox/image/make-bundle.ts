// Run as a process of its own, because esbuild leaves one of its own beside whoever has used it: writes the guest's code to
// standard output.
import { writeFileSync } from "node:fs";
import { bundleGuest } from "./bundle-guest.ts";

writeFileSync(1, (await bundleGuest()).code);
