/**
 * The order book: offer signed orders, list them, follow them as they change. What is signed and settled is in the main entry;
 * the book only tells makers and takers of each other.
 *
 * @module
 */
export type { Abortable, Api } from "../core/api/request.ts";
export { type GetOrderParameters, getOrder } from "./book/getOrder.ts";
export { type GetOrderBookParameters, getOrderBook } from "./book/getOrderBook.ts";
export { type GetOrdersParameters, getOrders } from "./book/getOrders.ts";
export { type PostOrderParameters, postOrder } from "./book/postOrder.ts";
export { type OrderChange, type WatchOrdersParameters, watchOrders } from "./book/watchOrders.ts";
export type {
  BookLevel,
  BookOrder,
  BookState,
  OrderBook,
  OrderPage,
  OrderSide,
} from "./wire.ts";
