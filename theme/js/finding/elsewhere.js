// The box for places on the home page: what is typed goes behind a #, so that it is not sent to anybody.
(function () {
  "use strict";

  var form = document.querySelector("[data-find-elsewhere]");
  if (!form) return;
  form.classList.remove("app-waiting");
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var words = form.querySelector("input").value.trim();
    window.location.href = form.getAttribute("data-find-elsewhere") + (words ? "#find=" + encodeURIComponent(words) : "");
  });
})();
