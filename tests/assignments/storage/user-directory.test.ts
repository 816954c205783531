import { spawnSync } from "node:child_process";
import { homedir, userInfo } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { chooseHome, userDirectory } from "../../../assignments/storage/user-directory.ts";

describe("userDirectory()", () => {
  test("userDirectory() follows the XDG variables where they are absolute, else the home folder", () => {
    expect(userDirectory("cache", { XDG_CACHE_HOME: "/var/c" }, "linux")).toBe(join("/var/c", "gradecheck"));
    expect(userDirectory("config", { XDG_CONFIG_HOME: "/var/d" }, "linux")).toBe(join("/var/d", "gradecheck"));
    expect(userDirectory("cache", { XDG_CACHE_HOME: "c" }, "linux")).toBe(join(homedir(), ".cache", "gradecheck"));
    expect(userDirectory("config", { XDG_CONFIG_HOME: "" }, "linux")).toBe(join(homedir(), ".config", "gradecheck"));
    expect(userDirectory("cache", {}, "darwin")).toBe(join(homedir(), ".cache", "gradecheck"));
  });

  test("userDirectory() follows LOCALAPPDATA and APPDATA on Windows", () => {
    const env = { LOCALAPPDATA: "/local", APPDATA: "/roaming", XDG_CACHE_HOME: "/var/c" };
    expect(userDirectory("cache", env, "win32")).toBe(join("/local", "gradecheck"));
    expect(userDirectory("config", env, "win32")).toBe(join("/roaming", "gradecheck"));
  });

  test.each(["", "here", "./there"])(
    "userDirectory() is never relative: HOME=%j leads to the home that the system knows",
    (HOME) => {
      const module = new URL("../../../assignments/storage/user-directory.ts", import.meta.url).href;
      const script = `import { userDirectory } from ${JSON.stringify(module)};
      console.log(userDirectory("config", process.env))`;
      const { XDG_CONFIG_HOME: _, ...env } = process.env;
      const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
        env: { ...env, HOME },
        encoding: "utf8",
      });
      expect(stdout.trim()).toBe(join(userInfo().homedir, ".config", "gradecheck"));
    },
  );

  test("chooseHome() takes no relative path, and refuses in one line where nothing else is known", () => {
    const env = { home: "/home/ann", own: "/root" };
    expect([chooseHome(env), chooseHome({ ...env, home: "" }), chooseHome({ ...env, home: "." })]).toEqual([
      "/home/ann",
      "/root",
      "/root",
    ]);
    for (const own of [undefined, "", "nowhere"]) {
      expect(() => chooseHome({ home: "", own })).toThrowErrorMatchingInlineSnapshot(
        `[NoHomeError: Cannot tell your home folder: HOME is ""; set HOME to an absolute path]`,
      );
    }
  });
});
