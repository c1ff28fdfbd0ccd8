// Keys, focus, formulas, and what is said to screen readers. No state is kept here: every button
// and link works without this file.
"use strict";
(() => {
  const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select";
  const page = () => document.getElementById("page");

  function formulas(root) {
    for (const one of root.querySelectorAll(".tex:not([data-source])")) {
      const source = one.textContent;
      one.dataset.source = source;
      try {
        window.katex.render(source, one, {
          displayMode: one.classList.contains("display"),
          throwOnError: true, trust: false, strict: "ignore", maxExpand: 200, maxSize: 20,
        });
      } catch (error) {  // KaTeX's own way of showing an error needs an inline style
        one.textContent = source;
        one.title = String(error.message || error).slice(0, 200);
        one.classList.add("unset");
      }
    }
  }

  function criteria() {
    const button = document.getElementById("by-criteria");
    if (!button) return;
    let sum = 0;
    for (const one of document.querySelectorAll("input[name=criterion]:checked")) {
      sum += Number(one.dataset.points);
    }
    button.querySelector("[data-sum]").textContent = sum.toLocaleString(document.documentElement.lang);
  }

  function group() {
    const count = document.querySelector("[data-chosen]");
    if (count) count.textContent = document.querySelectorAll("input[name=also]:checked").length;
  }

  function arrive() {
    formulas(document);
    criteria();
    group();
    const told = document.getElementById("told");
    const live = document.getElementById("live");
    if (live) live.textContent = told ? told.textContent.trim() : document.title;
    const now = document.querySelector("form[data-now]");
    if (now) now.requestSubmit();
  }

  function press(target) {
    if (target.matches("details")) {
      target.open = !target.open;
      if (target.open) target.querySelector("summary").focus();
    } else if (target.matches(TYPING)) {
      target.focus();
      if (target.select) target.select();
    } else {
      target.click();
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.metaKey || event.isComposing) return;
    const typing = event.target.matches && event.target.matches(TYPING);
    if (typing && event.key === "Escape") {
      event.target.blur();
      document.getElementById("main").focus();
      return;
    }
    if (typing && event.key === "Enter" && event.ctrlKey) {
      const save = document.querySelector("[data-save]");
      if (save) save.click();
      event.preventDefault();
      return;
    }
    if (typing || event.ctrlKey || !page() || page().dataset.keys === "off") return;
    const name = event.key === "Escape" ? "Escape" : event.key.length === 1 ? event.key : "";
    const target = name && document.querySelector(`[data-key="${CSS.escape(name)}"]`);
    if (target && !event.repeat) {
      event.preventDefault();
      press(target);
    }
  });

  document.addEventListener("click", (event) => {
    const words = event.target.closest("[data-insert]");
    if (words) {
      const field = document.getElementById("comment");
      field.value = [field.value.trim(), words.dataset.insert].filter(Boolean).join("\n");
      field.focus();
    }
    if (event.target.closest("[data-toggle-group]")) {
      const boxes = [...document.querySelectorAll("input[name=also]")];
      const all = boxes.every((one) => one.checked);
      for (const one of boxes) one.checked = !all;
      group();
    }
  });

  document.addEventListener("change", () => { criteria(); group(); });
  document.addEventListener("DOMContentLoaded", arrive);
  document.addEventListener("htmx:afterSettle", () => {
    arrive();
    const main = document.getElementById("main");
    if (main) main.focus({ preventScroll: true });
  });
})();
