import { storeListsContract } from "../contracts/store-lists.ts";
import { storesContract } from "../contracts/stores.ts";
import { createStores } from "../../scripts/simulate/stores.ts";

const stores = createStores();

storesContract(() => stores);
storeListsContract(() => stores);
