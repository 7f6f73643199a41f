import { list, object, ref, text } from "./parts";

const field = object(
  {
    id: { ...text, docs: "Part of the runtime field ID." },
    label: text,
    dataType: { ...text, pattern: "^[^.]+((\\.[^.]+){2,3})?$", docs: "type.group.class[.format]" },
    value: ref("pair"),
  },
  { required: ["id"] },
);

const reportType = object(
  {
    id: { ...text, pattern: "^[a-z0-9_]+$", docs: "Part of the runtime field IDs." },
    title: { ...text, docs: "The name that users see." },
    config: object({ showDateRange: { type: "boolean", docs: "Whether users choose dates." } }),
    request: ref("request"),
    fields: list(field),
    decoration: object({
      relations: list(
        object(
          {
            reportTypeId: text,
            type: { enum: ["normal", "inverse"], default: "normal" },
            link: { type: "object" },
          },
          { required: ["reportTypeId", "link"] },
        ),
      ),
    }),
  },
  { required: ["id"] },
);

export const reporting = object(
  { reportTypes: list(reportType) },
  { docs: "The report types that users choose from." },
);
