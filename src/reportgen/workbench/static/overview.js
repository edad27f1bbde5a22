// The overview: what the rules say comes when they have said it.
import { ask, onVersion, tried } from "/static/page.js";

const place = document.getElementById("by-rule");
const load = tried(async () => { place.innerHTML = await ask("overview/findings"); });
load();
onVersion(() => location.reload());
