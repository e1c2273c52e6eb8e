/**
 * Folders whose words are not in messages yet. Taking one off the list makes the tests look at it: no sentence may stand in
 * its code any more. The list only gets shorter.
 */
export const foldersToCome: readonly string[] = [];
