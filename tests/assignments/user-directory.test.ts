import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { userDirectory } from "../../assignments/user-directory.ts";

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
});
