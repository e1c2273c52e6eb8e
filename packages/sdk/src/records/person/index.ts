/**
 * Everything that a service has of a person: to see, to take along, to erase.
 *
 * @module
 */
export {
  ApiProblemError,
  ApiResponseError,
  ApiUnreachableError,
  StepUpNeededError,
} from "../../core/api/errors.ts";
export type { Abortable, Api } from "../../core/api/request.ts";
export {
  type ErasePersonForParameters,
  type ErasePersonParameters,
  erasePerson,
  erasePersonFor,
} from "./erasePerson.ts";
export { ExportIncompleteError } from "./errors.ts";
export {
  type ExportPersonParameters,
  type ExportProgress,
  exportPerson,
  type PersonOpener,
} from "./exportPerson.ts";
export { getPersonSummary } from "./getPersonSummary.ts";
export { openerOf } from "./openerOf.ts";
export type { Erasure, PersonItem, PersonSummary } from "./wire.ts";
