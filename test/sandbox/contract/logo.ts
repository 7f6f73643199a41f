import { open, uri } from "./forms";

/** Where the image is; the image itself never passes through this API. */
export const logo = open({ logo_url: uri() }, ["logo_url"]);
