import type { Counts } from "./counts";
export async function checkPackage(): Promise<Counts> { throw new Error("todo"); }
