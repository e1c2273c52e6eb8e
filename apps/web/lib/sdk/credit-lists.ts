/* Lists and histories of credit lines from the index; loaded when a page first shows one. */
import "../no-eval";

export { getCreditLines, getCreditPoolHistory, getVouches, getVouchInvites } from "@qti/sdk/subgraph";
