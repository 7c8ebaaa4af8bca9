"use strict";

const each = [
  { name: "Tickets", url: "/q/openapi/ticket" },
  { name: "Identities", url: "/q/openapi/auth" },
  { name: "Notifications", url: "/q/openapi/notification" },
];

// One document for all three where this gateway has it; else one a service, to choose from above.
async function documents() {
  const merged = await fetch("/q/openapi", { method: "HEAD" }).catch(() => ({ ok: false }));
  return merged.ok ? [{ name: "All services", url: "/q/openapi" }, ...each] : each;
}

window.onload = async () => {
  window.ui = SwaggerUIBundle({
    urls: await documents(),
    dom_id: "#swagger-ui",
    deepLinking: true,
    filter: true,
    docExpansion: "none",
    persistAuthorization: true,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: "StandaloneLayout",
  });
};
