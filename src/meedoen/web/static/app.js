// Small help on top of pages that work without it: autosave, keep typed text, select all.
"use strict";

(() => {
  document.documentElement.classList.add("js");

  const STORE = "meedoen:";
  const isErrorPage = document.body.hasAttribute("data-error-page");

  // --- keep typed text in this tab until the server has taken it -------------------------------------
  const keyOf = (form) => `${STORE}${location.pathname}#${form.id || form.getAttribute("action") || ""}`;
  const storable = (field) =>
    field.name && !["password", "file", "hidden", "submit", "button"].includes(field.type) && !("nostore" in field.dataset);

  const snapshot = (form) => {
    const values = {};
    for (const field of form.elements) {
      if (!storable(field)) continue;
      const list = (values[field.name] ||= []);
      if (field.type === "checkbox" || field.type === "radio") {
        if (field.checked) list.push(field.value);
      } else if (field.type === "select-multiple") {
        list.push(...[...field.selectedOptions].map((option) => option.value));
      } else {
        list.push(field.value);
      }
    }
    return values;
  };

  const restore = (form, values) => {
    const left = structuredClone(values);
    for (const field of form.elements) {
      if (!storable(field) || !(field.name in left)) continue;
      if (field.type === "checkbox" || field.type === "radio") {
        field.checked = left[field.name].includes(field.value);
      } else if (field.type === "select-multiple") {
        for (const option of field.options) option.selected = left[field.name].includes(option.value);
      } else {
        field.value = left[field.name].shift() ?? "";
      }
    }
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const store = {
    read(key) {
      try {
        return JSON.parse(sessionStorage.getItem(key));
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        sessionStorage.setItem(key, JSON.stringify(value));
      } catch {
        // A full or forbidden store only means that nothing is kept.
      }
    },
    keys: () => Object.keys(sessionStorage).filter((key) => key.startsWith(STORE)),
    forget(test = () => true) {
      for (const key of store.keys()) {
        if (test(store.read(key))) sessionStorage.removeItem(key);
      }
    },
    unsend() {
      for (const key of store.keys()) store.write(key, { ...store.read(key), sent: false });
    },
  };

  // After sending came a new page, and not one about an error: the server has the text. Going back
  // to the form, because there was no connection, is no new page.
  const isNewPage = performance.getEntriesByType("navigation")[0]?.type === "navigate";
  if (isErrorPage) store.unsend();
  else if (isNewPage) store.forget((kept) => kept === null || kept.sent);

  const button = (text, className, act) => {
    const element = document.createElement("button");
    element.type = "button";
    element.className = className;
    element.textContent = text;
    element.addEventListener("click", act);
    return element;
  };

  const offerBack = (form, key, kept) => {
    const notice = document.createElement("div");
    notice.className = "panel panel--quiet";
    notice.setAttribute("role", "status");
    const text = document.createElement("p");
    text.textContent = "Hier staat nog tekst die u eerder typte en die niet is opgeslagen.";
    const group = document.createElement("div");
    group.className = "utrecht-action-group";
    const close = () => notice.remove();
    group.append(
      button("Zet mijn tekst terug", "utrecht-button utrecht-button--secondary-action", () => {
        restore(form, kept.values);
        close();
        form.querySelector("input:not([type=hidden]), textarea, select")?.focus();
      }),
      button("Gooi weg", "utrecht-button utrecht-button--subtle", () => {
        sessionStorage.removeItem(key);
        close();
      }),
    );
    notice.append(text, group);
    form.before(notice);
  };

  for (const form of document.querySelectorAll("form[data-keep]")) {
    const key = keyOf(form);
    const kept = store.read(key);
    if (kept && JSON.stringify(kept.values) !== JSON.stringify(snapshot(form))) offerBack(form, key, kept);
    form.addEventListener("input", () => store.write(key, { values: snapshot(form), sent: false }));
    form.addEventListener("submit", () => store.write(key, { values: snapshot(form), sent: true }));
    form.addEventListener("meedoen:saved", () => sessionStorage.removeItem(key));
  }
  for (const element of document.querySelectorAll("[data-forget]")) {
    element.addEventListener("click", () => store.forget());
  }

  // --- autosave --------------------------------------------------------------------------------------
  const clock = () => new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });

  const PAUSE = 1500; // milliseconds without typing

  const autosave = (form) => {
    const status = form.querySelector("[data-autosave-status]");
    const address = form.dataset.autosave || form.action;
    let timer = 0;
    let busy = false;
    let dirty = false;
    let unsaved = false;
    let stopped = false;
    let sending = false;
    let wait = PAUSE;

    const say = (text, problem = false) => {
      if (!status) return;
      status.textContent = text;
      status.classList.toggle("autosave--problem", problem);
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(save, wait);
    };
    // Whether the server took it. Refusals that a new attempt cannot help stop the autosave.
    const taken = async (response) => {
      const json = response.headers.get("Content-Type")?.includes("json") ? await response.json() : {};
      if (response.redirected || response.status === 401 || response.status === 403) {
        stopped = true;
        say("Niet opgeslagen: u bent niet meer ingelogd. Log in een ander tabblad in en sla dan hier op.", true);
      } else if (response.status === 409) {
        stopped = true;
        say("Niet opgeslagen: iemand anders heeft dit ook gewijzigd. Druk op Opslaan om beide versies te zien.", true);
      } else if (response.status === 400 || response.status === 422) {
        say(json.message || "Nog niet opgeslagen: kijk de ingevulde gegevens na.", true);
      } else if (response.ok) {
        const version = form.elements.namedItem("version");
        if (version && json.version !== undefined) version.value = json.version;
        say(`Opgeslagen om ${json.saved_at || clock()}`);
        if (!dirty) form.dispatchEvent(new Event("meedoen:saved"));
        return true;
      } else {
        throw new Error(String(response.status));
      }
      return false;
    };
    const save = async () => {
      if (busy || stopped || !dirty) return;
      busy = true;
      dirty = false;
      say("Bezig met opslaan…");
      try {
        const request = { method: "POST", body: new FormData(form), headers: { "X-Autosave": "1" } };
        const ok = await taken(await fetch(address, request));
        wait = PAUSE;
        if (dirty && !stopped) later();
        // A refused value stays unsaved until something else is typed.
        unsaved = !ok;
      } catch {
        dirty = unsaved = true;
        wait = Math.min(wait * 2, 60000);
        say("Nog niet opgeslagen: er is geen verbinding. We proberen het opnieuw.", true);
        later();
      } finally {
        busy = false;
      }
    };
    form.addEventListener("input", () => {
      dirty = true;
      later();
    });
    form.addEventListener("change", () => {
      clearTimeout(timer);
      timer = setTimeout(save, 200);
    });
    form.addEventListener("submit", () => {
      stopped = sending = true;
      clearTimeout(timer);
    });
    window.addEventListener("beforeunload", (event) => {
      if ((dirty || unsaved) && !sending) event.preventDefault();
    });
  };
  for (const form of document.querySelectorAll("form[data-autosave]")) autosave(form);

  // --- select all: also in a list that htmx put in its place ----------------------------------------
  const selectAll = (all) => {
    const scope = all.form || document;
    const boxes = () => [...scope.querySelectorAll(`input[type=checkbox][name="${CSS.escape(all.dataset.selectAll)}"]`)];
    const count = () => {
      const chosen = boxes().filter((box) => box.checked).length;
      all.checked = chosen > 0 && chosen === boxes().length;
      all.indeterminate = chosen > 0 && !all.checked;
      for (const place of scope.querySelectorAll("[data-selected-count]")) place.textContent = String(chosen);
    };
    all.addEventListener("change", () => {
      for (const box of boxes()) box.checked = all.checked;
      count();
    });
    scope.addEventListener("change", (event) => {
      if (event.target !== all) count();
    });
    count();
  };
  for (const all of document.querySelectorAll("[data-select-all]")) selectAll(all);
  document.addEventListener("htmx:afterSwap", (event) => {
    for (const all of event.target.querySelectorAll("[data-select-all]")) selectAll(all);
  });

  // --- a slider and a number field that say the same; also after htmx put others in their place ----------
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (field.dataset.mirror) {
      const number = document.getElementById(field.dataset.mirror);
      number.value = field.value;
      number.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (field.id) {
      for (const slider of document.querySelectorAll(`[data-mirror="${CSS.escape(field.id)}"]`)) slider.value = field.value;
    }
  });

  // --- copy one field, or all fields of a set, to type them over in another program -----------------------
  const copyable = document.querySelector("[data-copy]");
  const copyStatus = copyable && document.createElement("p");
  if (copyStatus) {
    copyStatus.className = "visually-hidden";
    copyStatus.setAttribute("role", "status");
    document.getElementById("inhoud").append(copyStatus);
  }
  const copyText = async (text, value) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // No clipboard here (no HTTPS, or refused): the text is selected, Ctrl+C does the rest.
      getSelection().selectAllChildren(value);
      return false;
    }
  };
  document.addEventListener("click", async (event) => {
    const pressed = event.target.closest?.("[data-copy], [data-copy-all]");
    if (!pressed) return;
    const all = "copyAll" in pressed.dataset;
    const set = all ? pressed.closest(".panel").querySelector("[data-copy-set]") : pressed.parentElement;
    const values = [...set.querySelectorAll("[data-copy-value]")];
    const text = all
      ? values.map((value) => `${value.dataset.copyLabel}: ${value.textContent}`).join("\n")
      : values[0].textContent;
    const done = await copyText(text, all ? set : values[0]);
    const what = all ? "Alle velden" : values[0].dataset.copyLabel;
    copyStatus.textContent = done ? `${what} gekopieerd` : `${what}: geselecteerd, kopieer met Ctrl+C`;
    for (const mark of document.querySelectorAll(".copied")) mark.remove();
    const mark = document.createElement("span");
    mark.className = "copied";
    mark.setAttribute("aria-hidden", "true");
    mark.textContent = done ? "gekopieerd" : "geselecteerd: Ctrl+C";
    pressed.after(mark);
  });

  // After an error the summary is the first thing to read.
  document.querySelector(".error-summary")?.focus();
})();
