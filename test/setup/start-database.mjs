import "../runner/register.cjs";

const { startTestServer } = await import("./database.ts");
export default startTestServer;
