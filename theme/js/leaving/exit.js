// Leaves a sensitive page at once: by its button, or when Shift is pressed three times within five seconds.
// Without this script the button is an ordinary link. Nothing is stored.
(function () {
  "use strict";

  var link = document.querySelector("[data-exit]");
  if (!link) return;
  var presses = [];

  function leave(event) {
    if (event) event.preventDefault();
    document.body.hidden = true;
    document.title = "";
    window.location.replace(link.href);
  }

  // The skip link to the button stays a link to it; only the button leaves.
  link.addEventListener("click", leave);
  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    presses = presses.concat(event.timeStamp).slice(-3);
    if (presses.length === 3 && presses[2] - presses[0] < 5000) leave();
  });
  // Coming back with the Back button must not show a blank page.
  window.addEventListener("pageshow", function () {
    document.body.hidden = false;
  });
})();
