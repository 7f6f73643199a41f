import type { ConfigurationCommandParts } from "./configurationCommands";
import { ConfirmPublish, type ConfirmParts } from "./confirmPublish";
import { ConflictActions, type ConflictParts } from "./conflictActions";
import { PublishMessages, type PublishMessageParts } from "./publishMessages";
import { Publishing, type PublishingParts } from "./publishing";
import { VersionActions, type VersionParts } from "./versionActions";

/** What publishing needs of the feature. */
export type PublishActionParts = ConfirmParts &
  ConflictParts &
  PublishMessageParts &
  Omit<PublishingParts, "confirm" | "conflicts" | "messages"> &
  Omit<VersionParts, "confirm" | "publishing">;

/** What a person does with configurations, from a save on. */
export interface PublishActions extends Pick<
  ConfigurationCommandParts,
  "publishing" | "conflicts" | "versionActions"
> {
  readonly confirm: ConfirmPublish;
}

/** Makes them. They listen to nothing. */
export function createPublishActions(parts: PublishActionParts): PublishActions {
  const confirm = new ConfirmPublish(parts);
  const conflicts = new ConflictActions(parts);
  const messages = new PublishMessages(parts);
  const publishing = new Publishing({ ...parts, confirm, conflicts, messages });
  const versionActions = new VersionActions({ ...parts, confirm, publishing });
  return { confirm, conflicts, publishing, versionActions };
}
