import type { CheckCode } from "../../../src/features/checks/checkDefinitions";

/** A text that a check speaks up about, with what it marks between « and ». */
export const cases: readonly (readonly [CheckCode, string])[] = [
  ["rootNotObject", '«[»{"a":1}]'],
  ["repeatedKey", '{"a":{«"b"»:1,"b":2}}'],
  ["repeatedKey", '{"a":[{«"\\u0062"»:[{"b":0}],"b":2}]}'],
  ["noReportTypes", "«{»}"],
  ["noReportTypes", '{"reporting":{«"reportTypes"»:[]}}'],
  ["noReportTypes", '{«"reporting"»:{}}'],
  ["reportTypeId", '{"reporting":{"reportTypes":[«{»"fields":[{}]}]}}'],
  ["reportTypeId", types('{"id":«"a b"»,"fields":[{}]}')],
  ["repeatedReportType", types('{"id":"a","fields":[{}]},{"id":«"a"»,"fields":[{}]}')],
  ["repeatedField", types('{"id":"a","fields":[{"id":"b"},{"id":«"b"»}]}')],
  [
    "runtimeIdCollision",
    types('{"id":"a","fields":[{"id":"b_c"}]},{"id":"a_b","fields":[{"id":«"c"»}]}'),
  ],
  ["unknownReportType", join('«"zzz"»')],
  ["joinToItself", join('«"a"»')],
  ["noUserInputs", '{«"authentication"»:{"type":"user_input"},"dataSourceUser":{}}'],
  ["repeatedUserInput", signIn('{"id":"k"},{"id":«"k"»}', "k")],
  ["unknownUserInput", signIn('{"id":"k"}', "k", '{"source":"userInput","value":«"other"»}')],
  ["unusedUserInput", signIn('{"id":"k"},{"id":«"l"»}', "k")],
  ["noSigners", '{"a":{"value":«"x {{signer.signature}}"»}}'],
  ["weakRsa", '{"signers":[«{»"algorithm":{"type":"rsa","hash":"sha1"}}]}'],
  ["repeatedSecret", secrets('{"id":"s"},{"id":«"s"»}')],
  ["secretInPlainText", secrets('{"id":"s","classification":"secret","source":«"static"»}')],
  ["adapterProperty", adapter('{"type":«"append_key"»,"config":{"dataPath":"$"}}')],
  ["adapterProperty", adapter('{"type":«"aggregate_values"»}')],
  ["unknownAdapter", adapter('{"type":«"magic"»,"config":{}}')],
  ["unknownAdapter", adapter('{"type":«"toString"»,"config":{}}')],
  [
    "timeSeriesGranularity",
    adapter('{"type":"time_series","config":{"granularity":{"source":"static","value":«"HOUR"»}}}'),
  ],
  ["adapterProperty", adapter('{"type":«"aggregate_values"»,"config":{"fields":[]}}')],
  ["timeSeriesGranularity", adapter('{"type":"time_series","config":{"granularity":«"HOUR"»}}')],
  ["jsonPathStart", '{"a":{"source":"jsonPath","value":«"items.*"»}}'],
  ["jsonPathStart", adapter('{"type":"concat_value_to_keys","config":{"dataPath":«"a"»}}')],
  ["placeholderBraces", '{"url":"https://x/«{{account.id}»/y"}'],
  ["placeholderBraces", '{"url":"https://x/«account.id}}»/y"}'],
  ["placeholderBraces", '{"url":"https://x/«{{ }}»"}'],
  ["placeholderBraces", '{"url":"\\/\\u00e9 {{user.id}} «{{ user.\\u0069d }» {{user.id}}"}'],
  ["placeholderBraces", '{"url":"a«{{»- b"}'],
  ["placeholderBraces", '{"request":{"body":{"a":["«{{user.id»"]}}}'],
  ["credentialWrittenOut", '{"headers":[{"name":"X-Api-Key","value":«"abc"»}]}'],
  ["credentialWrittenOut", '{"parameters":[{"name":"access_token","value":«"abc"»}]}'],
  ["credentialWrittenOut", '{"oauth2":{"clientSecret":«"short"»}}'],
  ["bareSecretPlaceholder", '{"headers":[{"name":"X-Key","value":«"sec_a23f23d26"»}]}'],
  ["bareSecretPlaceholder", '{"url":«"https://x/?key={{ sec_a23f23d26 }}"»}'],
  ["noDataSourceUser", '{«"authentication"»:{"type":"oauth2"}}'],
  ["noDataSourceUser", '{"a":«"{{user.access_token}}"»}'],
  ["noAccounts", '{"url":«"https://x/{{account.id}}"»}'],
  ["dateWrittenOut", types('{"id":"a","request":{"url":«"https://x/?from=2026-01-31"»}}')],
  ["insecureUrl", '{"url":«"http://x"»}'],
  ["noFields", types('«{»"id":"a","fields":[]}')],
  ["noPaging", types('{"id":"a","request":{"pagination":{}}},{"id":«"b"»}')],
  ["unknownPlaceholder", '{"a":«"{{weather.today}}"»}'],
  ["unknownPlaceholder", '{"a":«"{{ secret.sec_1 }}"»}'],
  ["dataTypeParts", types('{"id":"a","fields":[{"id":"b","dataType":«"string.text"»}]}')],
  ["dataTypeParts", types('{"id":"a","fields":[{"id":"b","dataType":«"a.b.c.d.e"»}]}')],
];

/** Texts about which the check of the code must not speak up. */
export const fine: readonly (readonly [CheckCode, string])[] = [
  ["repeatedKey", '{"a:":{"b":":"},"c":[{"b":1},{"b":2}],"\\"":{}}'],
  [
    "runtimeIdCollision",
    types('{"id":"a","fields":[{"id":"b"}]},{"id":"c","fields":[{"id":"b"}]}'),
  ],
  ["noUserInputs", '{"authentication":{"type":"oauth2"}}'],
  [
    "unknownUserInput",
    '{"authentication":{"type":"oauth2"},"a":{"source":"userInput","value":"x"}}',
  ],
  ["noSigners", '{"signers":[{}],"a":"{{signer.signature}}"}'],
  ["weakRsa", '{"signers":[{"type":"hmac","hash":"sha1"},{"type":"rsa","hash":"sha256"}]}'],
  ["weakRsa", '{"signers":[{"type":"rsa","hash":"sha256","steps":[{"hash":"sha1"}]}]}'],
  ["weakRsa", '{"signers":[{"id":"rsa","type":"hmac","hash":"sha1"}]}'],
  ["weakRsa", `{"signers":[${"[".repeat(9000)}${"]".repeat(9000)}]}`],
  [
    "noUserInputs",
    '{"authentication":{"type":"user_input","userInputs":[{}]},"dataSourceUser":{}}',
  ],
  [
    "timeSeriesGranularity",
    adapter('{"type":"time_series","config":{"granularity":{"source":"jsonPath","value":"$.g"}}}'),
  ],
  [
    "dateWrittenOut",
    types('{"id":"a","request":{"headers":[{"name":"Stripe-Version","value":"2023-10-16"}]}}'),
  ],
  ["adapterProperty", adapter('{"type":"extract_fields_by_path","config":{}}')],
  ["jsonPathStart", '{"a":{"source":"jsonPath","value":"{{account.path}}"}}'],
  ["jsonPathStart", '{"a":{"source":"static","value":"items"}}'],
  ["jsonPathStart", '{"a":{"source":"xPath","value":"//item"},"b":{"source":"csv","value":"2"}}'],
  ["jsonPathStart", '{"request":{"body":{"source":"jsonPath","value":"items"}}}'],
  ["jsonPathStart", '{"request":{"body":[{"source":"jsonPath","value":"items"}]}}'],
  ["jsonPathStart", '{"info":{"source":"jsonPath","value":"items"}}'],
  [
    "jsonPathStart",
    adapter('{"type":"union_nested_arrays_with_key","config":{"somePath":"items"}}'),
  ],
  ["adapterProperty", adapter('{"type":"union_nested_arrays_with_key"}')],
  ["unknownAdapter", adapter('{"type":"union_nested_arrays_with_key","config":{}}')],
  ["adapterProperty", adapter('{"type":"aggregate_values","config":{"fields":["a"]}}')],
  ["adapterProperty", adapter('{"type":"append_key","config":[]}')],
  [
    "adapterProperty",
    '{"request":{"body":{"dataAdapters":{"items":[{"type":"append_key","config":{}}]}}}}',
  ],
  ["reportTypeId", types('{"id":7,"fields":[{}]}')],
  [
    "unknownUserInput",
    signIn('{"id":"k"}', "k", '{"source":"userInput","value":"{{account.id}}"}'),
  ],
  [
    "unknownUserInput",
    signIn('{"id":"k"}', "k", '{"request":{"body":{"source":"userInput","value":"x"}}}'),
  ],
  ["noUserInputs", '{"authentication":{"type":"user_input","userInputs":{}},"dataSourceUser":{}}'],
  ["noSigners", '{"url":"https://x/{{signer.key}}"}'],
  ["noSigners", '{"signers":{"a":{}},"a":"{{signer.signature}}"}'],
  [
    "secretInPlainText",
    secrets('{"id":"s","classification":"secret","source":"static","value":"{{secrets.sec_1}}"}'),
  ],
  ["unknownReportType", join('"{{account.id}}"')],
  ["placeholderBraces", '{"description":"write {{ to begin","url":"a {{ user.x }} b"}'],
  ["placeholderBraces", '{"body":"{\\"a\\":{\\"b\\":1}}"}'],
  ["placeholderBraces", '{"body":"{\\"a\\":{\\"b\\":\\"{{account.id}}\\"}}"}'],
  [
    "credentialWrittenOut",
    '{"headers":[{"name":"Authorization","value":"Bearer {{user.token}}"}]}',
  ],
  [
    "credentialWrittenOut",
    '{"headers":[{"name":"Accept","value":"abc"}],"x":{"name":"token","value":"a"}}',
  ],
  ["credentialWrittenOut", '{"headers":[{"name":"X-Api-Key","value":"{{ secrets.sec_1 }}"}]}'],
  ["credentialWrittenOut", '{"headers":[{"name":"X-Api-Key","value":"Bearer sec_a23f23d26"}]}'],
  ["credentialWrittenOut", '{"oauth2":{"clientSecret":"{{ secrets.sec_1 }}"}}'],
  [
    "secretInPlainText",
    secrets('{"id":"s","classification":"secret","source":"static","value":"{{secrets.sec_1}}"}'),
  ],
  ["bareSecretPlaceholder", '{"a":"{{ secrets.sec_a23f23d26 }}","b":"{{secrets.sec_a23f23d26}}"}'],
  ["bareSecretPlaceholder", '{"a":"sec_policy sec_12 my_sec_a23f23d26 sec_a23f23d26b_"}'],
  ["bareSecretPlaceholder", '{"description":"sec_a23f23d26","b":{"id":"sec_a23f23d26"}}'],
  ["bareSecretPlaceholder", secrets('{"id":"a","value":"sec_a23f23d26"}')],
  ["unknownPlaceholder", '{"a":"{{ secrets.sec_1 }}"}'],
  ["credentialWrittenOut", `{"oauth2":{"clientSecret":"${"QUJD".repeat(20)}="}}`],
  [
    "dateWrittenOut",
    types('{"id":"a","title":"since 2026-01-31","request":{"url":"https://x/12026-01-311"}}'),
  ],
  ["insecureUrl", '{"url":"https://x"}'],
  [
    "unknownPlaceholder",
    '{"secrets":{"items":[{"id":"shop"}]},"a":"{{identity()}} {{ query.x }} {{shop}}"}',
  ],
  [
    "dataTypeParts",
    types('{"id":"a","fields":[{"id":"b","dataType":"string.geo.country.twolettercode"}]}'),
  ],
  ["dataTypeParts", types('{"id":"a","fields":[{"id":"b","dataType":"bool"}]}')],
  ["dataTypeParts", types('{"id":"a","fields":[{"id":"b","dataType":"string.time.hms"}]}')],
];

function types(reportTypes: string): string {
  return `{"reporting":{"reportTypes":[${reportTypes}]}}`;
}

function join(target: string): string {
  const relations = `{"relations":[{"reportTypeId":${target}}]}`;
  return types(`{"id":"a","fields":[{}],"decoration":${relations}}`);
}

function signIn(inputs: string, used: string, more = "{}"): string {
  const pair = `{"source":"userInput","value":"${used}"}`;
  return `{"authentication":{"type":"user_input","userInputs":[${inputs}]},"dataSourceUser":[${pair},${more}]}`;
}

function secrets(items: string): string {
  return `{"secrets":{"items":[${items}]}}`;
}

function adapter(item: string): string {
  return `{"response":{"dataAdapters":{"items":[${item}]}}}`;
}
