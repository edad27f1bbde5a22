// Numbers: changes are accepted with a reason, languages are frozen.
import { ask, onVersion, reloadOnceIdle, tell, tried } from "/static/page.js";

const values = (form, name) => [...form.querySelectorAll(`[name=${name}]:checked`)].map((each) => each.value);
let isOurs = false;
const done = (said) => { if (said.saved) { isOurs = true; location.reload(); } else tell("Nothing has changed since."); };

document.getElementById("accept")?.addEventListener("submit", tried(async (event) => {
  event.preventDefault();
  const form = event.target;
  done(await ask("numbers/accept", { ids: values(form, "id"), why: form.elements.why.value }));
}));
document.getElementById("freeze").addEventListener("submit", tried(async (event) => {
  event.preventDefault();
  const form = event.target;
  done(await ask("numbers/freeze", { tags: values(form, "tag"), state: form.elements.state.value }));
}));
onVersion(() => { if (!isOurs) reloadOnceIdle(); });
