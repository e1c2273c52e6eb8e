/** The second of Hardhat's accounts: the one that the deployment makes an attester. */
export const attesterKey = "0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a";
/** The 24th: the one that the deployment makes the tap oracle. */
export const oracleKey = "0x375ad145df13ed97f8ca8e27bb21ebf2a3819e9e0a06509a812db377e533def7";
/** The 18th, which has ether and nothing else to do. */
export const relayerKey = "0xde9be858da4a475276426320d5e9262ecfc3ba460bfac56360bfa6c4c28b4ee0";
/** The 27th: the one that the deployment makes an underwriter. It has no ether and needs none. */
export const underwriterKey = "0xf3a6b71b94f5cd909fb2dbb287da47badaa6d8bcdc45d595e2884835d8749001";
