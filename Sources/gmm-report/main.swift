print("gmm-report")
