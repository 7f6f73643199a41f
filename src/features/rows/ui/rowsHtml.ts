import * as vscode from "vscode";

/** Folder of the package that has the view's own script and style. */
export function rowsResources(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, "dist");
}

/** The page of the view. It loads its script and its style from the package, and nothing from anywhere else. */
export function rowsHtml(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const address = (name: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(rowsResources(extension), name)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${vscode.env.language.replace(/[^\w-]/g, "")}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${address("rows.css")}">
<title>Supermetrics</title>
</head>
<body>
<script nonce="${nonce}" src="${address("rows.js")}"></script>
</body>
</html>`;
}
