/** Name of the file that says which connectors the files beside it belong to. Holds no secret. */
export const linksFile = "supermetrics-connectors.json";
