/**
 * Sign-in beyond the wallet: the sessions of an account, its second factors, and giving one where something needs it.
 *
 * @module
 */
export {
  ApiProblemError,
  ApiResponseError,
  ApiUnreachableError,
  FactorDelayedError,
  FactorRefusedError,
  StepUpNeededError,
} from "../core/api/errors.ts";
export type { Abortable, Api } from "../core/api/request.ts";
export { getFactors } from "./signIn/factors.ts";
export {
  type AddPasskeyParameters,
  addPasskey,
  type CredentialJson,
  getPasskeyChallenge,
  getPasskeyRegistration,
  type RemovePasskeyParameters,
  removePasskey,
  type StepUpByPasskeyParameters,
  stepUpByPasskey,
} from "./signIn/passkeys.ts";
export { makeRecoveryCodes, stepUpByRecoveryCode } from "./signIn/recoveryCodes.ts";
export { getRoles } from "./signIn/roles.ts";
export {
  type EndSessionParameters,
  endOtherSessions,
  endSession,
  getSession,
  getSessions,
} from "./signIn/sessions.ts";
export { type CodeParameters, confirmTotp, enrolTotp, removeTotp, stepUpByTotp } from "./signIn/totp.ts";
export {
  type FactorKind,
  type Factors,
  factorKinds,
  type Passkey,
  type PasskeyCreation,
  type PasskeyRequest,
  type Roles,
  type Session,
  type SessionEntry,
  type StaffRole,
  serviceRoles,
  sessionBrowsers,
  sessionSystems,
  signInLimits,
  staffRoles,
  type TotpEnrolment,
} from "./signIn/wire.ts";
