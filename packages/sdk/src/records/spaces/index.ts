/**
 * What the drawers of a person hold, apart from how it is sealed: the form of each, and how two versions of it are brought together.
 *
 * @module
 */
export {
  fieldOf,
  type MergedProfile,
  mergeProfiles,
  type ProfileConflict,
  type ProfileField,
  type ProfileValue,
  withField,
} from "./mergeProfiles.ts";
export {
  type Credential,
  credentialSchema,
  decodeProfile,
  emptyProfile,
  encodeProfile,
  type Profile,
  profileSchema,
  profileSpace,
  profileType,
} from "./profile.ts";
