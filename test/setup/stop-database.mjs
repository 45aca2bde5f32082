const { stopTestServer } = await import("./database.ts");
export default stopTestServer;
