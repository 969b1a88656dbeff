/** Environment variables of the key keeper: the stack writes them, the function reads them. */
export const KEEPER_ENVIRONMENT = { stateBucket: "STATE_BUCKET", edgeStore: "EDGE_STORE" } as const;
