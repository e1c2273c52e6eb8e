/** The second of Hardhat's accounts: the one that the deployment makes an attester. */
export const attesterKey = "0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a";
