// A platform that keeps its people in memory and shows them by SCIMMY: node server.mjs PORT TOKEN
import {randomUUID} from "node:crypto";
import express from "express";
import SCIMMY from "scimmy";
import Routers from "scimmy-routers";

const [port, token] = process.argv.slice(2);
const kept = new Map([[SCIMMY.Resources.User, new Map()], [SCIMMY.Resources.Group, new Map()]]);

for (const [kind, all] of kept) {
  SCIMMY.Resources.declare(kind)
    .ingress((resource, data) => {
      const id = resource.id ?? randomUUID();
      const now = new Date().toISOString();
      const created = all.get(id)?.meta.created ?? now;
      const entry = {...JSON.parse(JSON.stringify(data)), id, meta: {created, lastModified: now}};
      all.set(id, entry);
      return entry;
    })
    .egress((resource) => {
      if (!resource.id) {
        const entries = [...all.values()];
        return resource.filter ? resource.filter.match(entries) : entries;
      }
      if (!all.has(resource.id)) {
        throw new SCIMMY.Types.Error(404, null, "nobody is called so");
      }
      return all.get(resource.id);
    })
    .degress((resource) => {
      all.delete(resource.id);
    });
}
SCIMMY.Schemas.User.definition.extend(SCIMMY.Schemas.EnterpriseUser.definition, false);

const app = express();
let busy = 0;
app.post("/busy/:times", (request, response) => {
  busy = Number(request.params.times);
  response.end();
});
app.use((request, response, next) => {
  if (busy > 0) {
    busy -= 1;
    response.set("Retry-After", "1").status(429).end();
  } else {
    next();
  }
});
app.use("/scim/v2", new Routers({
  type: "bearer",
  handler: (request) => {
    if (request.header("Authorization") !== `Bearer ${token}`) {
      throw new Error("unknown");
    }
    return "reader";
  },
}));
app.listen(Number(port), "127.0.0.1", () => console.log("ready"));
