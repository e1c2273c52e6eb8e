/* What the exchange's pages read and make; loaded when one of them first needs it. */
import "../no-eval";

export { getExchange, getHolding, orderWindows, previewFill, priceAt } from "@qti/sdk";
export { getOrderBook, getOrders, watchOrders } from "@qti/sdk/exchange/book";
export { getMarkets, getTrades } from "@qti/sdk/subgraph";
export { allOrders } from "./all-orders";
