import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Role, RoleMember } from "../../generated/schema";
import { numberBytes } from "../shared/ids";

export function loadRole(roleId: BigInt): Role {
  const id = numberBytes(roleId);
  const known = Role.load(id);
  if (known != null) return known;
  const role = new Role(id);
  role.roleId = roleId;
  role.label = "";
  role.memberCount = 0;
  return role;
}

export function loadMember(role: Role, account: Bytes): RoleMember {
  const id = role.id.concat(account);
  const known = RoleMember.load(id);
  if (known != null) return known;
  const member = new RoleMember(id);
  member.role = role.id;
  member.account = account;
  member.active = false;
  member.delay = BigInt.zero();
  member.since = BigInt.zero();
  return member;
}

export function operationKey(operationId: Bytes, nonce: BigInt): Bytes {
  return operationId.concat(numberBytes(nonce));
}
