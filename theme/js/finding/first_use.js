// Brings the scripts of a box when it is first used: by the focus of its field, or at once where words wait for it.
//
// The box names its scripts in data-first-use. What is typed meanwhile stays in the field, and they begin with it; Enter
// is handed to them as a "submit". Where they do not come, the status says data-lost, and the next letter asks again.
(function () {
  "use strict";

  var box = document.querySelector("[data-first-use]");
  if (!box) return;
  var input = box.querySelector("input");
  var said = document.querySelector("[data-first-use-said]");
  var without = document.querySelector("[data-first-use-without]");
  var isAsked = false;
  var isHere = false;
  var hasEnter = false;

  function bring() {
    if (isAsked) return;
    isAsked = true;
    var names = box.getAttribute("data-first-use").split(" ");
    var left = names.length;
    var made = names.map(function (name) {
      var script = document.createElement("script");
      script.src = name;
      script.async = false; // fetched together, run in their order
      script.onload = function () {
        left -= 1;
        if (!left) begin();
      };
      script.onerror = function () {
        isAsked = false;
        said.textContent = box.getAttribute("data-lost");
      };
      return script;
    });
    made.forEach(function (script) {
      document.head.appendChild(script);
    });
  }

  function begin() {
    isHere = true;
    if (!hasEnter) return;
    var event = document.createEvent("Event");
    event.initEvent("submit", true, true);
    box.dispatchEvent(event);
  }

  /** Words may wait in the address, or in the field when a browser comes back to the page. */
  function look() {
    if (input.value || /[?&]q=[^&]/.test(window.location.search) || /^#find=/.test(window.location.hash)) bring();
  }

  function enter(event) {
    if (isHere) return;
    event.preventDefault();
    hasEnter = true;
    bring();
  }

  box.classList.remove("app-waiting");
  if (without) without.hidden = true;
  input.addEventListener("focus", bring);
  input.addEventListener("input", function () {
    hasEnter = false;
    bring();
  });
  box.addEventListener("submit", enter);
  input.addEventListener("keydown", function (event) {
    if (event.key === "Enter") enter(event);
  });
  window.addEventListener("pageshow", look);
  window.addEventListener("hashchange", look);
  look();
})();
