/**
 * What lies behind the store on the chain: codes that operators give the service, and orders whose codes it delivers as
 * records that only their buyer opens.
 *
 * @module
 */
export { type GetStoreCodesParameters, getStoreCodes } from "./store/getStoreCodes.ts";
export { type GetStoreOrdersParameters, getStoreOrders } from "./store/getStoreOrders.ts";
export { type UploadStoreCodesParameters, uploadStoreCodes } from "./store/uploadStoreCodes.ts";
export {
  type DeliveryState,
  deliveryStates,
  type ItemCodes,
  itemCodesSchema,
  listStoreOrdersQuerySchema,
  rewardCodesSpace,
  type StoreOrder,
  type StoreOrderPage,
  type StoreOrderPageJson,
  storeLimits,
  storeOrderPageSchema,
  storeOrderSchema,
  type UploadedCodes,
  uploadCodesBodySchema,
  uploadedCodesSchema,
} from "./store/wire.ts";
