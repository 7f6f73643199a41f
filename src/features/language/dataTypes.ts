import * as l10n from "@vscode/l10n";

/** A documented value, and what it means, for the person. */
export interface DocumentedValue {
  readonly value: string;
  readonly means: string;
}

/**
 * The data types of fields that are known: those on https://docs.supermetrics.com/docs/reporting, whose list is
 * longer than what could be read of it, then those that fields have in query results. Percentages and ratios go by
 * https://supermetrics.com/docs/product-api-enum-field-data-type.
 */
export function dataTypes(): readonly DocumentedValue[] {
  return [
    { value: "string.text.value", means: l10n.t("Text") },
    { value: "int.number.value", means: l10n.t("Whole number") },
    { value: "float.number.value", means: l10n.t("Decimal number") },
    { value: "float.number.percentage", means: l10n.t("Percentage, 0 to 100") },
    { value: "float.number.ratio", means: l10n.t("Ratio, 0 to 1") },
    { value: "string.time.date", means: l10n.t("Date") },
    { value: "string.time.year", means: l10n.t("Year") },
    { value: "float.currency.value", means: l10n.t("Amount of money, decimal") },
    { value: "int.currency.value", means: l10n.t("Amount of money, whole number") },
    { value: "string.currency.code", means: l10n.t("Currency code") },
    { value: "int.duration.seconds", means: l10n.t("Duration in seconds") },
    { value: "string.geo.city", means: l10n.t("City") },
    { value: "string.geo.continent", means: l10n.t("Continent") },
    { value: "string.geo.coordinates", means: l10n.t("Coordinates") },
    { value: "string.geo.country", means: l10n.t("Country") },
    { value: "string.geo.country.twolettercode", means: l10n.t("Country code of two letters") },
    { value: "string.geo.latitude", means: l10n.t("Latitude") },
    { value: "string.geo.longitude", means: l10n.t("Longitude") },
    { value: "string.geo.metro", means: l10n.t("Metropolitan area") },
    { value: "string.geo.region", means: l10n.t("Region") },
    { value: "string.geo.street", means: l10n.t("Street") },
    { value: "string.geo.zip", means: l10n.t("Postal code") },
    { value: "string.language.locale", means: l10n.t("Locale") },
    { value: "string.language.twolettercode", means: l10n.t("Language code of two letters") },
    { value: "string.language.value", means: l10n.t("Language") },
    ...likelyDataTypes(),
  ];
}

function likelyDataTypes(): readonly DocumentedValue[] {
  return [
    likely("bool", l10n.t("True or false")),
    likely("string.text.url", l10n.t("Web address")),
    likely("string.time.datetime", l10n.t("Date and time")),
    likely("string.time.month", l10n.t("Month")),
    likely("string.time.week", l10n.t("Week")),
    likely("string.time.hm", l10n.t("Hours and minutes")),
    likely("string.time.hms", l10n.t("Hours, minutes and seconds")),
  ];
}

function likely(value: string, means: string): DocumentedValue {
  return { value, means: l10n.t("{0} (likely: seen in query results)", means) };
}
